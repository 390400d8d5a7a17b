package io.crosswise.scoring;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A PMML file on its way into the registry.
 *
 * @param name of the model
 * @param report of its training; null when there is none
 */
public record ModelFile(String name, byte[] pmml, FieldMapping mapping, JsonNode report) {}
