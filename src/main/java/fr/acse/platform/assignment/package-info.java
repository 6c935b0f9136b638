/** Decides who may hold a task, moves tasks between people, and stores leaves and deputies. */
package fr.acse.platform.assignment;
