/**
 * What runs is a set of models that belong together: what somebody deploys is completed to one, checked, released by a second
 * person, numbered, and can be compared and made current again.
 */
package fr.acse.platform.sets;
