package fr.acse.platform.start;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Enables scheduled methods in nodes of the web application. Commands run without them. */
@Configuration
@ConditionalOnWebApplication
@EnableScheduling
class Schedule {}
