/** Who may do what: one login for the API, engine REST and the webapps, on the users and groups of Camunda's identity service. */
package io.crosswise.process.security;
