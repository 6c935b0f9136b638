/** The users of each organisation. Managers invite and disable users, and give them roles. */
package fr.acse.console.people;
