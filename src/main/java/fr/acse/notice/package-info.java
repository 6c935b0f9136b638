/** What people are told by mail: never who or where somebody is. */
package fr.acse.notice;
