/** The log of acts with power: logins, people and groups, models, clocks, money, exports, erasures. */
package fr.acse.audit;
