/** Money: the allowance, travel claims, payment orders and runs. Amounts are whole cents of euros. */
package fr.acse.payment;
