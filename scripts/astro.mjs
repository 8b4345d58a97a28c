// Runs the Astro command line with telemetry off, so that no command needs the network.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await import('../node_modules/astro/bin/astro.mjs');
