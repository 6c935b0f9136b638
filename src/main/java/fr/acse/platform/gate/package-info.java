/**
 * The gate checks an analyst's files before the engine deploys them. The gate parses the files, applies the rules, and proves the promises
 * on every path. For each rule, {@code rules.properties} contains the error, the reason for the rule, and the correction.
 */
package fr.acse.platform.gate;
