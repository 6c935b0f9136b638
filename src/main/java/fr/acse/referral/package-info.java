/** The referral of one woman through the network: assessment, commitment and exit. */
package fr.acse.referral;
