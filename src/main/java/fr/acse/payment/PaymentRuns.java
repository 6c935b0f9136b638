package fr.acse.payment;

import org.springframework.data.repository.CrudRepository;

public interface PaymentRuns extends CrudRepository<PaymentRun, String> {}
