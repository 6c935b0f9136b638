package fr.acse.placement;

import fr.acse.codes.CaseReference;

/** She lives in another shelter from now on; what the one before has to do with her is over. */
public record Moved(CaseReference reference) {}
