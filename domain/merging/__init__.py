"""How two values, two records and two tables become one."""
