/** Forms: checks and seals submitted values, reveals sealed fields when a form is opened, and stores drafts. */
package fr.acse.platform.form;
