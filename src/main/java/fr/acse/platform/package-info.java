/** What adapts the engine: sealed forms, declared variables, clocks, access rules, the embedded database, demo content. */
package fr.acse.platform;
