package io.crosswise.policy;

import io.crosswise.shared.Reason;
import java.io.Serializable;

/**
 * Who must agree before the offer is presented.
 *
 * @param role group that must agree, null when nobody must
 */
public record Approval(boolean required, String role, Reason reason) implements Serializable {}
