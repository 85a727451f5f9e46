"""Numbers: values, bounds and ranges over tokens, and the rules that say why a number is no count."""
