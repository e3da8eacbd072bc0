package dev.rapport.events.organise;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Takes the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrganiseSettings.class)
class OrganiseConfiguration {}
