package fr.acse.placement;

import fr.acse.codes.CaseReference;

/** She lives in another shelter from now on. The shelter before has no part in her case any more. */
public record Moved(CaseReference reference) {}
