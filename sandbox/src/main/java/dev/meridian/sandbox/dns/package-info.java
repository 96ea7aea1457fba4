/**
 * The world's DNS: one hosted zone, spoken to as Route 53 over REST and as a name server over UDP.
 *
 * <p>{@link dev.meridian.sandbox.dns.HostedZones} holds the state, which is the replay of the
 * journal's {@code dns} entries. A change passes three moments: it is <em>accepted</em> (written to
 * the journal and listed from then on), <em>processed</em> (a second later the zone takes the next
 * one), and <em>in sync</em> (5 to 60 s later the name servers answer by it). {@link
 * dev.meridian.sandbox.dns.Zone} is the pure part: which batch is allowed, and what it leaves.
 * {@link dev.meridian.sandbox.dns.Route53Server} speaks the REST XML of 2013-04-01, {@link
 * dev.meridian.sandbox.dns.DnsServer} answers {@code dig}.
 *
 * <p>Not as the real one: signatures are not verified (but must be there), and only simple and
 * weighted record sets are taken.
 */
@NullMarked
package dev.meridian.sandbox.dns;

import org.jspecify.annotations.NullMarked;
