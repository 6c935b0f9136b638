package fr.acse.platform.start;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What is done every so often runs in a node, not in a command. */
@Configuration
@ConditionalOnWebApplication
@EnableScheduling
class Schedule {}
