/** Forms: checks and seals what is submitted, reveals sealed fields when a form is opened, and keeps drafts. */
package fr.acse.platform.form;
