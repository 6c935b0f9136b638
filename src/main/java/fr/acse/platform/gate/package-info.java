/**
 * What stands between an analyst's file and the engine: the files as rules read them, the rules, and the promises that are
 * proven over every path. Each rule has its words in {@code rules.properties}: what is wrong, why it is a rule, how to mend it.
 */
package fr.acse.platform.gate;
