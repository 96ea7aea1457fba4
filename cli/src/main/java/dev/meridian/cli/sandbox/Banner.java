package dev.meridian.cli.sandbox;

import dev.meridian.sandbox.WorldAddresses;
import dev.meridian.sandbox.world.ExampleImage;
import java.net.URI;
import java.nio.file.Path;

/** What a person needs once it runs: where, with which token, and lines to paste. */
public final class Banner {
  private Banner() {}

  public static String of(SandboxStack stack, Path directory) {
    WorldAddresses world = stack.world().addresses();
    URI api = stack.api().base();
    return """

    Meridian is ready at %1$s
    One wall second is %2$d seconds of Meridian time; it is now %3$s there.

      export MERIDIAN=%1$s TOKEN=%4$s
      call() { curl -sS -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$@"; }

    preview a plan      call $MERIDIAN/api/v1/plans -d '{"service":"checkout"}'
    a healthy release   call $MERIDIAN/api/v1/releases -d '{"service":"checkout","image":"%5$s","reason":"trying it out"}'
    a defective one     call $MERIDIAN/api/v1/releases -d '{"service":"checkout","image":"%6$s","reason":"trying it out"}'
    watch it            call -N $MERIDIAN/api/v1/releases/ID/events

    the world, without us
      kubectl --kubeconfig %7$s --context ap-northeast-2 -n checkout get deploy,pods
      curl -sG %8$s/api/v1/query --data-urlencode 'query=sum by (region, revision) (rate(http_requests_total[5m]))'
      dig @%9$s -p %10$d checkout.shop.example +short
      curl -s %11$s -d '{"kind":"cluster-away","region":"ap-south-1"}'

    Ctrl-C stops it; everything is kept in %12$s, and a new start goes on from there.
    """
        .formatted(
            api,
            stack.pace().factor(),
            stack.world().clock().now(),
            stack.token(),
            ExampleImage.HEALTHY.reference(),
            ExampleImage.TRAIT_DEFECT.reference(),
            world.kubeconfig(),
            world.prometheus(),
            world.dns().getAddress().getHostAddress(),
            world.dns().getPort(),
            world.faults(),
            directory);
  }
}
