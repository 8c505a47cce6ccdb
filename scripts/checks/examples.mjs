// For each check that files can trigger: a file that reports it, and one that doesn't, in Bicep and in Terraform.
import { bicepDeclarations } from './bicep-text.mjs';
import { examplesOfFlows } from './examples-of-flows.mjs';
import { examplesOfPlaces } from './examples-of-places.mjs';
import { examplesOfServices } from './examples-of-services.mjs';
import { terraformDeclarations } from './terraform-text.mjs';

/** @typedef {import('./example-parts.mjs').Blocks} Blocks */

/**
 * @typedef {object} Example
 * @property {Blocks} fails
 * @property {Blocks} passes
 * @property {'2020-12'} [profile] requirements that the check belongs to; today's if missing
 * @property {readonly string[]} [alsoShow] declarations that a page shows though they are the same in both files
 */

/** @type {Readonly<Record<string, Example>>} by ID */
export const examples = { ...examplesOfFlows, ...examplesOfServices, ...examplesOfPlaces };

/**
 * Examples in Terraform only, for features of Terraform: blocks in addition to the network of other examples, by ID.
 */
export const terraformExamples = {
  'conflicting-terraform-resources': {
    fails: `resource "azurerm_network_security_group" "nodes" {
  name                = "nsg-nodes"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name

  security_rule {
    name                       = "allow-azure-ml"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "VirtualNetwork"
    destination_address_prefix = "AzureMachineLearning"
  }
}

resource "azurerm_network_security_rule" "batch" {
  name                        = "allow-batch"
  priority                    = 110
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_range      = "443"
  source_address_prefix       = "VirtualNetwork"
  destination_address_prefix  = "BatchNodeManagement.NorthEurope"
  resource_group_name         = azurerm_resource_group.claims.name
  network_security_group_name = azurerm_network_security_group.nodes.name
}`,
    passes: `resource "azurerm_network_security_group" "nodes" {
  name                = "nsg-nodes"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name

  security_rule {
    name                       = "allow-azure-ml"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "VirtualNetwork"
    destination_address_prefix = "AzureMachineLearning"
  }

  security_rule {
    name                       = "allow-batch"
    priority                   = 110
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "VirtualNetwork"
    destination_address_prefix = "BatchNodeManagement.NorthEurope"
  }
}`,
  },
};

/** @param {string} id @returns {{ readonly fails: string; readonly passes: string } | undefined} */
export const terraformExample = (id) =>
  id === 'conflicting-terraform-resources' ? terraformExamples[id] : undefined;

/** Writers of declarations by name, by the ending of a language's files. */
const languages = /** @type {const} */ ({ bicep: bicepDeclarations, tf: terraformDeclarations });

/** @typedef {keyof typeof languages} ExampleLanguage */

/** Returns the text of a file. @param {Blocks} blocks @param {ExampleLanguage} language */
export const fileText = (blocks, language) => `${Object.values(languages[language](blocks)).join('\n\n')}\n`;

/**
 * Returns the declarations of one file that a page shows: those that the other file doesn't have.
 * @param {Example} example
 * @param {'fails' | 'passes'} which
 * @param {ExampleLanguage} language
 * @returns {{ readonly text: string; readonly isWithout: boolean }} `isWithout`: only the other file adds something
 */
export function shownPart(example, which, language) {
  const own = languages[language](example[which]);
  const other = languages[language](example[which === 'fails' ? 'passes' : 'fails']);
  const also = example.alsoShow ?? [];
  const shown = Object.entries(own).filter(
    ([symbol, text]) => other[symbol] !== text || also.includes(symbol),
  );
  const isWithout = shown.length === 0;
  const text = (isWithout ? namedBy(own, other) : shown).map(([, one]) => one).join('\n\n');
  return { text, isWithout };
}

/** @typedef {Readonly<Record<string, string>>} Declarations */

/**
 * Returns declarations that are referenced only by additions in the other file, such as the zone of a link. @param
 * {Declarations} own @param {Declarations} other
 */
function namedBy(own, other) {
  const added = Object.entries(other).flatMap(([symbol, text]) => (symbol in own ? [] : [text]));
  const named = Object.entries(own).filter(([symbol]) =>
    added.some((text) => text.split(/\W+/).includes(symbol)),
  );
  const telling = named.filter(([symbol]) => !places.includes(symbol));
  return telling.length > 0 ? telling : named.filter(([symbol]) => !always.includes(symbol));
}

/** Symbols that nearly every declaration references. */
const always = ['location', 'group'];
const places = [...always, 'vnet', 'training', 'endpoints'];
