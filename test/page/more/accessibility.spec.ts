import { testAccessibility } from '../test-accessibility';

testAccessibility('high-contrast-light');
