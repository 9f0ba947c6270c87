//! Decided clocks + a period → figures: quarterly, sla, breaches, usage, workload, what-if.
