declare namespace App {
  interface Locals {
    /** How often each work has been cited so far on the page that is being rendered. */
    citations?: Map<string, number>;
  }
}
