package fr.acse.platform.start;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Scheduled methods run in nodes, not in commands. */
@Configuration
@ConditionalOnWebApplication
@EnableScheduling
class Schedule {}
