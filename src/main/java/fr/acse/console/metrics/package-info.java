/** Numbers for Prometheus, none of which is about one case. */
package fr.acse.console.metrics;
