/** Who acts (the person of a request or the software itself), and the data of people. */
package fr.acse.platform.identity;
