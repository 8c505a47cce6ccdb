import { testAccessibility } from '../test-accessibility';

testAccessibility('high-contrast-light');
testAccessibility('dark');
testAccessibility('light');
