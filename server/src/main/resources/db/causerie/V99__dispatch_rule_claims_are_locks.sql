-- A lock of "shedlock" is what the claim was.
drop table causerie.dispatch_rule_claim;
