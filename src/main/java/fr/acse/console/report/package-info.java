/** The yearly report for the ministries: counts only, and none that is small enough to be about somebody. */
package fr.acse.console.report;
