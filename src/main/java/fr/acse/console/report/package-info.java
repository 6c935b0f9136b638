/** The yearly report for the ministries. The report contains counts only, and no count is small enough to identify a person. */
package fr.acse.console.report;
