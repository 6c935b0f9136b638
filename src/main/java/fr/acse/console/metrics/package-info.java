/** Numbers for Prometheus. No number is about a single case. */
package fr.acse.console.metrics;
