/** Finds a woman by her name, birth date, telephone number or nickname, over keyed hashes. Finds cases that may be of the same woman. */
package fr.acse.search;
