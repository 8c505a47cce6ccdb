import { expect, test } from 'vitest';
import type { HclBody } from '../../../../src/documents/hcl/hcl-syntax';
import { parseHcl } from '../../../../src/documents/hcl/parse-hcl';
import { parseHclJson } from '../../../../src/documents/hcl/parse-hcl-json';
import { mutated } from '../../../support/mutations';
import { terraformFolder } from '../../../support/terraform-folder';

const whole = `variable "rules" {
  type    = map(object({ port = optional(number, 443), tags = list(string) }))
  default = { a = { tags = ["x"] } }
}
locals {
  names = { for k, v in var.rules : upper(k) => v... if v.port > 1 }
  text  = <<-EOT
    %{ for x in ["a", "b"] ~}
    \${x} /* not a comment */
    %{ endfor ~}
  EOT
}
resource "azurerm_subnet" "s" {
  for_each = toset(["a", "b"])
  name     = "s-\${each.key}\${true ? "x" : "y"}" # comment
  address_prefixes = [cidrsubnet("10.0.0.0/16", 8, length(each.key))]
  dynamic "delegation" {
    for_each = local.names
    content { name = delegation.value[0].tags[*] }
  }
}
`;

/** Expects every range inside the text, and each part inside its parent. */
function expectInside(body: HclBody, start: number, end: number): void {
  for (const { place, value } of body.attributes) {
    expect(place.start).toBeGreaterThanOrEqual(start);
    expect(place.end).toBeLessThanOrEqual(end);
    expect(value.place.end).toBeLessThanOrEqual(place.end);
  }
  for (const { place, body: inner } of body.blocks) {
    expect(place.start).toBeGreaterThanOrEqual(start);
    expect(place.end).toBeLessThanOrEqual(end);
    expectInside(inner, place.start, place.end);
  }
}

test('a text that is cut anywhere has a result, with ranges inside the text', () => {
  for (let length = 0; length <= whole.length; length += 3) {
    const text = whole.slice(0, length);
    expectInside(parseHcl(text, 'main.tf').body, 0, text.length);
    terraformFolder(text);
  }
});

test('a damaged text, and a text that isn’t JSON, have a result', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const text = mutated(seed, [whole]);
    expectInside(parseHcl(text, 'main.tf').body, 0, text.length);
    terraformFolder(text);
    parseHclJson(text, 'main.tf.json');
  }
});
