/** The models {@code referral} and {@code case-event}. */
package fr.acse.referral.process;
