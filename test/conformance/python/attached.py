"""What stands already: Databricks, virtual machines and HDInsight, listed, attached to a workspace and detached."""

from azure.mgmt.compute import ComputeManagementClient
from azure.mgmt.databricks import AzureDatabricksManagementClient
from azure.mgmt.hdinsight import HDInsightManagementClient
from session import REGION, WORKSPACE, WORKSPACE_GROUP, client, equal, learning, network, refused, said

machines = client(ComputeManagementClient).virtual_machines
databricks = client(AzureDatabricksManagementClient).workspaces
clusters = client(HDInsightManagementClient).clusters
computes = learning.compute


def attach(name, kind, target, properties):
    body = {
        "location": REGION,
        "properties": {"computeType": kind, "resourceId": target, "properties": properties},
    }
    return computes.begin_create_or_update(WORKSPACE_GROUP, WORKSPACE, name, body).result()


def detach(name):
    computes.begin_delete(WORKSPACE_GROUP, WORKSPACE, name, "Detach").result()
    refused(lambda: computes.get(WORKSPACE_GROUP, WORKSPACE, name), 404, "UserError")


def machine_is_attached_and_detached():
    equal(len(list(machines.list_all())), 3)
    group = "rg-network-dev"
    equal([one.name for one in machines.list(group)], ["vm-dsvm-risk", "vm-dsvm-churn", "vm-reports-win"])
    machine = machines.get(group, "vm-dsvm-risk")
    said(machine, "vm_id", "location", "hardware_profile", "os_profile")
    equal(machine.storage_profile.os_disk.os_type, "Linux")
    nic_id = machine.network_profile.network_interfaces[0].id
    nic = network.network_interfaces.get(group, nic_id.split("/")[-1])
    address_id = nic.ip_configurations[0].public_ip_address.id
    address = network.public_ip_addresses.get(group, address_id.split("/")[-1]).ip_address
    account = {"username": "azureuser", "password": "p"}
    properties = {"address": address, "sshPort": 22, "administratorAccount": account}
    made = attach("dsvm-python", "VirtualMachine", machine.id, properties).properties
    equal((made.provisioning_state, made.is_attached_compute), ("Succeeded", True))
    equal((made.properties.address, made.properties.administrator_account.password), (address, None))
    detach("dsvm-python")
    equal(machines.get(group, "vm-dsvm-risk").id, machine.id)


def databricks_is_attached_and_detached():
    group = "rg-databricks"
    names = ["adb-features-weu", "adb-scoring-weu", "adb-trial-weu"]
    equal([one.name for one in databricks.list_by_subscription()], names)
    equal([one.name for one in databricks.list_by_resource_group(group)], names)
    found = databricks.get(group, "adb-features-weu")
    said(found, "workspace_url", "managed_resource_group_id", "location")
    equal(found.parameters.custom_public_subnet_name.value, "snet-dbx-host")
    properties = {"databricksAccessToken": "t", "workspaceUrl": found.workspace_url}
    made = attach("adb-python", "Databricks", found.id, properties).properties
    equal((made.properties.workspace_url, made.properties.databricks_access_token), (found.workspace_url, None))
    detach("adb-python")
    other = {**properties, "workspaceUrl": "adb-1.1.azuredatabricks.net"}
    refused(lambda: attach("adb-python", "Databricks", found.id, other), 400, "BadRequest")


def hdinsight_is_attached_and_detached():
    group = "rg-databricks"
    equal([one.name for one in clusters.list()], ["hdi-fraud-spark", "hdi-payments"])
    spark = clusters.get(group, "hdi-fraud-spark")
    said(spark.properties, "cluster_version", "os_type", "compute_profile")
    ssh = next(one for one in spark.properties.connectivity_endpoints if one.name == "SSH")
    account = {"username": "sshuser", "password": "p"}
    properties = {"address": ssh.location, "sshPort": 22, "administratorAccount": account}
    made = attach("spark-python", "HDInsight", spark.id, properties)
    equal(made.properties.provisioning_state, "Succeeded")
    detach("spark-python")
    kafka = clusters.get(group, "hdi-payments")
    equal(kafka.properties.network_properties.resource_provider_connection, "Outbound")


CASES = [
    machine_is_attached_and_detached,
    databricks_is_attached_and_detached,
    hdinsight_is_attached_and_detached,
]
