package fr.acse.platform.model;

import java.util.Set;

/**
 * The forms that are deployed together, by their ids.
 *
 * @param withServerLists those that show lists or tables of the server
 */
record DeployedForms(Set<String> ids, Set<String> withServerLists) {}
