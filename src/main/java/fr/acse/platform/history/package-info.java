/**
 * What is kept of the path of a case: steps, clocks and ends in words of the models; how often each flow was taken; how long each step
 * waited. The engine's own history holds no more than its instances.
 */
package fr.acse.platform.history;
