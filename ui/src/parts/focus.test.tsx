import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { focusNearest } from './focus';

const page = (html: string) => {
  document.body.innerHTML = html;
};
const at = (id: string) => document.getElementById(id);

describe('the focus, when what had it is gone', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    page(
      '<main><h1 id="title" tabindex="-1">Title</h1><button id="one">One</button><button id="two">Two</button></main>',
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    page('');
  });

  it('goes to the first that is there', () => {
    focusNearest(
      () => at('nobody'),
      () => at('two'),
      () => at('one'),
    );
    vi.runAllTimers();
    expect(at('two')).toHaveFocus();
  });

  it('goes to the heading of what is shown when nothing else is there', () => {
    focusNearest(() => at('nobody'));
    vi.runAllTimers();
    expect(at('title')).toHaveFocus();
  });

  it('stays within an open dialog', () => {
    page(`${document.body.innerHTML}<dialog open><h2 id="asked" tabindex="-1">Sure?</h2></dialog>`);
    focusNearest();
    vi.runAllTimers();
    expect(at('asked')).toHaveFocus();
  });

  it('is left where somebody put it meanwhile', () => {
    at('one')!.focus();
    focusNearest(() => at('two'));
    vi.runAllTimers();
    expect(at('one')).toHaveFocus();
  });

  it('is looked for again, as a list is drawn anew a moment after what was changed in it', () => {
    at('one')!.focus();
    focusNearest(() => at('two'));
    vi.advanceTimersByTime(0);
    at('one')!.remove();
    vi.runAllTimers();
    expect(at('two')).toHaveFocus();
  });

  it('follows whoever lost it last', () => {
    focusNearest(() => at('one'));
    focusNearest(() => at('two'));
    vi.runAllTimers();
    expect(at('two')).toHaveFocus();
    at('two')!.blur();
    vi.runAllTimers();
    expect(document.body).toHaveFocus();
  });
});
