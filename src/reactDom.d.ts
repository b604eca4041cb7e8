// The one entry of react-dom the component tests use; the app itself is drawn by Taro.
declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(element: import('react').ReactNode): void; unmount(): void }
}
