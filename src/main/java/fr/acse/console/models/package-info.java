/** The page Models: deployed models, proposals that wait for a second person, figures, and migrations of running cases. */
package fr.acse.console.models;
