package fr.acse.payment;

import org.springframework.data.repository.CrudRepository;

interface PaymentRuns extends CrudRepository<PaymentRun, String> {}
