/**
 * The stored path of a case: steps, timers and ends in words of the models, how often each flow was taken, and how long each step
 * waited. The engine's own history holds only the process instances.
 */
package fr.acse.platform.history;
