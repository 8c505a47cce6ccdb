import { testAccessibility } from './test-accessibility';

testAccessibility('dark-2026');
testAccessibility('light-2026');
testAccessibility('high-contrast');
