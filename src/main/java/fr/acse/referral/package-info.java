/** One woman's path through the network: assessment, commitment, exits. */
package fr.acse.referral;
