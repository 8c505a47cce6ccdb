import type { HclExpression } from '../hcl/hcl-syntax';

/** Returns `azurerm.hub` for the reference `azurerm.hub`, or the text. */
export function referenceText(expression: HclExpression): string {
  switch (expression.is) {
    case 'name':
      return expression.name;
    case 'member':
      return `${referenceText(expression.of)}.${expression.name}`;
    case 'literal':
      return String(expression.value);
    case 'wrapped':
      return referenceText(expression.of);
    case 'index':
      return `${referenceText(expression.of)}[${indexText(expression.index)}]`;
    default:
      return '';
  }
}

function indexText(index: HclExpression): string {
  const isText = index.is === 'literal' && typeof index.value === 'string';
  return isText ? JSON.stringify(index.value) : referenceText(index);
}
