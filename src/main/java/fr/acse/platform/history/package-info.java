/**
 * Stores the history of a case: its steps, timers and ends. Statistics count how often each flow was taken, and how long each step waited.
 * The engine's own history holds only the process instances.
 */
package fr.acse.platform.history;
