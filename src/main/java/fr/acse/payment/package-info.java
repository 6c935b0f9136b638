/** Payments: the allowance, travel claims, payment orders and payment runs. Amounts are stored in whole cents of euros. */
package fr.acse.payment;
