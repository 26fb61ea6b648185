import { Component, type ReactNode } from 'react';
import { noteBug } from '#ui/feedback/bug-reports.ts';

type Props = {
  readonly children: ReactNode;
  readonly fallback: (error: unknown, again: () => void) => ReactNode;
};
type State = { readonly failed: { readonly error: unknown } | undefined };

/** Keeps a failed screen from taking the whole app with it. React offers this to classes alone. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } };
  }

  override componentDidCatch(error: unknown): void {
    noteBug(error, Date.now());
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === undefined) return this.props.children;
    return this.props.fallback(failed.error, () => this.setState({ failed: undefined }));
  }
}
