/** The notices that people get by mail. A mail never says who or where a woman is. */
package fr.acse.notice;
