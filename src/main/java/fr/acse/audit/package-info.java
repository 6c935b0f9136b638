/** The audit log of logins, of changes of people, groups, models, deadlines and payments, and of exports and erasures. */
package fr.acse.audit;
